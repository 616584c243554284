package projectapikeys.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.elasticsearch.index.mapper.OnScriptError;
import org.elasticsearch.script.ScriptContext;
import org.elasticsearch.script.ScriptEngine;
import org.elasticsearch.script.StringFieldScript;
import org.elasticsearch.search.lookup.FieldLookup;
import org.elasticsearch.search.lookup.SearchLookup;

/**
 * The two Painless scripts that the security plugin itself sends, as Java: the type of an API key
 * ({@code _query/api_key}) and the name of a role ({@code _query/role}). Every other one is refused.
 */
final class KnownScripts implements ScriptEngine {
    private static final Map<String, StringFieldScript.Factory> SCRIPTS = Map.of(
        "emit(field('type').get(\"rest\"));",
        (field, params, lookup, onError) -> leaf -> new ApiKeyType(field, params, lookup, onError, leaf),
        "emit(params._fields['_id'].value.substring(5));",
        (field, params, lookup, onError) -> leaf -> new RoleName(field, params, lookup, onError, leaf)
    );

    @Override
    public String getType() {
        return "painless";
    }

    @Override
    public Set<ScriptContext<?>> getSupportedContexts() {
        return Set.of(StringFieldScript.CONTEXT);
    }

    @Override
    public <F> F compile(String name, String source, ScriptContext<F> context, Map<String, String> options) {
        StringFieldScript.Factory factory = SCRIPTS.get(source.strip());
        if (factory == null) {
            throw new IllegalArgumentException(
                "this node runs no scripts: the Painless module is not among Elasticsearch's published jars"
            );
        }
        return context.factoryClazz.cast(factory);
    }

    /** Reads the stored field itself, as each request asks it of every key there is. */
    private static final class ApiKeyType extends StringFieldScript {
        private final SortedSetDocValues types;
        private int document;
        private long ordinal = -1;
        private String type;

        ApiKeyType(String field, Map<String, Object> params, SearchLookup lookup, OnScriptError onError, LeafReaderContext leaf) {
            super(field, params, lookup, onError, leaf);
            try {
                types = DocValues.getSortedSet(leaf.reader(), "type");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setDocument(int document) {
            this.document = document;
        }

        @Override
        public void execute() {
            try {
                emit(types.advanceExact(document) ? typeAt(types.nextOrd()) : "rest");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String typeAt(long wanted) throws IOException {
            if (wanted != ordinal) {
                ordinal = wanted;
                type = types.lookupOrd(wanted).utf8ToString();
            }
            return type;
        }
    }

    /** A role's document has the id {@code role-<name>}. */
    private static final class RoleName extends StringFieldScript {
        RoleName(String field, Map<String, Object> params, SearchLookup lookup, OnScriptError onError, LeafReaderContext leaf) {
            super(field, params, lookup, onError, leaf);
        }

        @Override
        public void execute() {
            Map<?, ?> fields = (Map<?, ?>) getParams().get("_fields");
            emit(((FieldLookup) fields.get("_id")).getValue().toString().substring("role-".length()));
        }
    }
}
