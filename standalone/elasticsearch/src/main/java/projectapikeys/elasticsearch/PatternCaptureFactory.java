package projectapikeys.elasticsearch;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;

/** The token filter {@code pattern_capture}: emits a token for each group that its {@code patterns} capture. */
final class PatternCaptureFactory extends AbstractTokenFilterFactory {
    private final Pattern[] patterns;
    private final boolean preserveOriginal;

    PatternCaptureFactory(String name, Settings settings) {
        super(name);
        patterns = settings.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
        preserveOriginal = settings.getAsBoolean("preserve_original", true);
    }

    @Override
    public TokenStream create(TokenStream input) {
        return new PatternCaptureGroupTokenFilter(input, preserveOriginal, patterns);
    }
}
