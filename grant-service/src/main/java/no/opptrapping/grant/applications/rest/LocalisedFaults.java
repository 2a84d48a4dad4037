package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Fault;

/** Says in the caller's language what a draft lacks. */
@ApplicationScoped
class LocalisedFaults {
    private final Texts texts;
    private final CurrentLanguage language;

    LocalisedFaults(Texts texts, CurrentLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    List<Fault> of(List<BrokenRule> broken) {
        var spoken = language.get();
        return broken.stream()
                .map(rule -> new Fault(
                        rule.code(),
                        rule.pointer(),
                        texts.text(spoken, rule.code(), rule.arguments()),
                        rule.arguments()))
                .toList();
    }
}
