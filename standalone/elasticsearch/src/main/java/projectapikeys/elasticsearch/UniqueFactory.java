package projectapikeys.elasticsearch;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;

/**
 * The token filter {@code unique}: lets the first of equal tokens pass, in the whole stream or, with
 * {@code only_on_same_position}, at one position.
 */
final class UniqueFactory extends AbstractTokenFilterFactory {
    private final boolean onlyOnSamePosition;

    UniqueFactory(String name, Settings settings) {
        super(name);
        onlyOnSamePosition = settings.getAsBoolean("only_on_same_position", false);
    }

    @Override
    public TokenStream create(TokenStream input) {
        return onlyOnSamePosition ? new RemoveDuplicatesTokenFilter(input) : new FirstOfEqualTokens(input);
    }

    private static final class FirstOfEqualTokens extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final CharArraySet seen = new CharArraySet(8, false);

        FirstOfEqualTokens(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            while (input.incrementToken()) {
                if (seen.add(term.toString())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            seen.clear();
        }
    }
}
