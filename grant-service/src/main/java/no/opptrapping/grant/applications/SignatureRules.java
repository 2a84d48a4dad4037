package no.opptrapping.grant.applications;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.platform.problems.BrokenRule;

/** That another person signs an application than the one who filled it in, where the scheme asks for it. */
final class SignatureRules {
    private SignatureRules() {}

    /** What a draft lacks. */
    static List<BrokenRule> brokenBy(ApplicationContent content, SchemeRules rules) {
        return rules.handlingTerms().asksSecondSignature() && content.filledInBy() == null
                ? List.of(BrokenRule.of("application.filled-in-by-missing", "/filledInBy"))
                : List.of();
    }

    /** What the signature of a submission lacks. */
    static List<BrokenRule> brokenBy(ApplicationContent content, Optional<Signatory> signatory, SchemeRules rules) {
        return rules.handlingTerms().asksSecondSignature() && signatory.isEmpty()
                ? List.of(BrokenRule.of("application.signature-missing", "/signature"))
                : signatory
                        .map(by -> brokenBy(content, by, "/signature/name", rules))
                        .orElse(List.of());
    }

    /** That nobody signs what they have filled in themselves. */
    static List<BrokenRule> brokenBy(
            ApplicationContent content, Signatory signatory, String pointer, SchemeRules rules) {
        var filledInBy = content.filledInBy();
        return rules.handlingTerms().asksSecondSignature() && filledInBy != null && filledInBy.isSameAs(signatory)
                ? List.of(BrokenRule.of("application.signed-by-who-filled-in", pointer, "name", signatory.name()))
                : List.of();
    }
}
