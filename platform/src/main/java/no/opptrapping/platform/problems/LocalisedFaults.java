package no.opptrapping.platform.problems;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** Says broken rules in the caller's language, in problems and wherever an answer lists what is wrong or missing. */
@ApplicationScoped
public class LocalisedFaults {
    private final Texts texts;
    private final CurrentLanguage language;

    LocalisedFaults(Texts texts, CurrentLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    /** The faults in the caller's language, in the order of the rules. */
    public List<Fault> of(List<BrokenRule> broken) {
        return of(language.get(), broken);
    }

    List<Fault> of(Language spoken, List<BrokenRule> broken) {
        return broken.stream()
                .map(rule -> new Fault(
                        rule.code(),
                        rule.pointer(),
                        texts.text(spoken, rule.code(), rule.arguments()),
                        rule.arguments(),
                        rule.severity()))
                .toList();
    }
}
