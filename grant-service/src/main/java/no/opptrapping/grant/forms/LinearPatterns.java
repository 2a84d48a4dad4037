package no.opptrapping.grant.forms;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/** Patterns by RE2/J, which looks through a text in a time that grows with its length alone, whatever the pattern is. */
final class LinearPatterns implements RegularExpressionFactory {
    private static final int LONGEST = 200;
    private static final int MOST_REPEATS = 1_000;
    private static final Pattern REPEATS = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

    @Override
    public RegularExpression getRegularExpression(String regex) {
        var pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    /** Whether the pattern is one of RE2's and small: repeats within each other multiply what it costs. */
    static boolean isTaken(String regex) {
        if (regex.length() > LONGEST || repeats(regex) > MOST_REPEATS) {
            return false;
        }
        try {
            return Pattern.compile(regex).groupCount() >= 0;
        } catch (PatternSyntaxException notOne) {
            return false;
        }
    }

    private static long repeats(String regex) {
        var product = 1L;
        var found = REPEATS.matcher(regex);
        while (found.find() && product <= MOST_REPEATS) {
            var most = found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
            product *= most.length() > 4 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
