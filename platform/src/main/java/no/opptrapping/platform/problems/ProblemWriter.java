package no.opptrapping.platform.problems;

import jakarta.enterprise.context.ApplicationScoped;
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
            String instance,
            @Nullable String traceId) {
        return new Problem(
                Problem.TYPE_BASE + code,
                texts.find(language, code + ".title", arguments)
                        .orElseGet(() -> texts.text(language, "status-" + status, Map.of())),
                status,
                texts.text(language, code, arguments),
                instance,
                localised.of(language, faults),
                arguments,
                traceId);
    }
}
