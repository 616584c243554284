package projectapikeys.elasticsearch;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.elasticsearch.index.fielddata.ScriptDocValues;
import org.elasticsearch.script.ScriptContext;
import org.elasticsearch.script.ScriptEngine;
import org.elasticsearch.script.StringFieldScript;
import org.elasticsearch.search.lookup.FieldLookup;

/**
 * The two Painless scripts that the security plugin itself sends, as Java: the type of an API key
 * ({@code _query/api_key}) and the name of a role ({@code _query/role}). Every other one is refused.
 */
final class KnownScripts implements ScriptEngine {
    private static final Map<String, Function<StringFieldScript, String>> SCRIPTS = Map.of(
        "emit(field('type').get(\"rest\"));",
        KnownScripts::apiKeyType,
        "emit(params._fields['_id'].value.substring(5));",
        KnownScripts::roleName
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
        Function<StringFieldScript, String> value = SCRIPTS.get(source.strip());
        if (value == null) {
            throw new IllegalArgumentException(
                "this node runs no scripts: the Painless module is not among Elasticsearch's published jars"
            );
        }
        StringFieldScript.Factory factory = (field, params, lookup, onError) -> leaf -> new StringFieldScript(
            field,
            params,
            lookup,
            onError,
            leaf
        ) {
            @Override
            public void execute() {
                emit(value.apply(this));
            }
        };
        return context.factoryClazz.cast(factory);
    }

    private static String apiKeyType(StringFieldScript document) {
        ScriptDocValues<?> type = document.getDoc().get("type");
        return type.isEmpty() ? "rest" : type.get(0).toString();
    }

    /** A role's document has the id {@code role-<name>}. */
    private static String roleName(StringFieldScript document) {
        Map<?, ?> fields = (Map<?, ?>) document.getParams().get("_fields");
        return ((FieldLookup) fields.get("_id")).getValue().toString().substring("role-".length());
    }
}
