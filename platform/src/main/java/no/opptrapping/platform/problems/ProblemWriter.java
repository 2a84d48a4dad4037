package no.opptrapping.platform.problems;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Puts a refusal into words. The title is the text <code>code.title</code> or else that of the HTTP status; the detail
 * is the text <code>code</code>.
 */
@ApplicationScoped
class ProblemWriter {
    private final Texts texts;
    private final LocalisedFaults localised;

    ProblemWriter(Texts texts, LocalisedFaults localised) {
        this.texts = texts;
        this.localised = localised;
    }

    Problem problem(
            Language language,
            int status,
            String code,
            Map<String, Object> arguments,
            List<BrokenRule> faults,
            boolean more,
            String instance,
            @Nullable String traceId) {
        return new Problem(
                Problem.TYPE_BASE + code,
                texts.find(language, code + ".title", arguments)
                        .orElseGet(() -> texts.text(language, "status-" + status, Map.of())),
                status,
                more
                        ? texts.text(language, code, arguments) + " "
                                + texts.text(language, "more-faults", Map.of("told", faults.size()))
                        : texts.text(language, code, arguments),
                instance,
                localised.of(language, faults),
                more ? withMore(arguments) : arguments,
                traceId);
    }

    /** That there are more faults than are told, for machines. */
    private static Map<String, Object> withMore(Map<String, Object> arguments) {
        var all = new LinkedHashMap<>(arguments);
        all.put("more", true);
        return all;
    }
}
