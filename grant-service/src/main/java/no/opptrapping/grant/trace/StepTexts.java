package no.opptrapping.grant.trace;

import java.util.HashMap;
import java.util.Map;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** Says in words what happened. */
public final class StepTexts {
    private StepTexts() {}

    /** The sentence about the step. */
    public static String of(TraceStep step, Texts texts, Language language) {
        var facts = new HashMap<String, Object>();
        facts.put("year", Integer.toString(step.year()));
        step.amount().ifPresent(amount -> facts.put("amount", amount));
        step.rest().ifPresent(rest -> facts.put("rest", rest));
        step.detail().ifPresent(detail -> facts.put("detail", detail.in(language)));
        var said = texts.text(language, "trace.step." + step.kind().code(), facts);
        return step.manYears()
                .map(manYears -> said + " " + texts.text(language, "trace.man-years", Map.of("manYears", manYears)))
                .orElse(said);
    }
}
