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

    ProblemWriter(Texts texts) {
        this.texts = texts;
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
                faults.stream().map(fault -> fault(language, fault)).toList(),
                arguments,
                traceId);
    }

    private Fault fault(Language language, BrokenRule fault) {
        return new Fault(
                fault.code(),
                fault.pointer(),
                texts.text(language, fault.code(), fault.arguments()),
                fault.arguments());
    }
}
