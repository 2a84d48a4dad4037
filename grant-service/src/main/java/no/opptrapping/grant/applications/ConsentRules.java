package no.opptrapping.grant.applications;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** That everybody with a share in a joint application has agreed to it. */
final class ConsentRules {
    private ConsentRules() {}

    static List<BrokenRule> brokenBy(SubmissionRules.Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        var participants = attempt.content().participants();
        for (var i = 0; i < participants.size(); i++) {
            broken.addAll(brokenBy(attempt, participants.get(i), "/participants/" + i));
        }
        return broken;
    }

    /** A line that is wrong otherwise is told of as that. */
    private static List<BrokenRule> brokenBy(SubmissionRules.Attempt attempt, ParticipantLine line, String at) {
        var number = line.number();
        var share = line.share();
        if (number == null
                || share == null
                || !share.isPositive()
                || !(attempt.numbers().get(number) instanceof NumberStatus.Valid(var municipality))
                || municipality.id().equals(attempt.host().id())) {
            return List.of();
        }
        var written = line.writtenConsent();
        if (written == null) {
            return consent(attempt, municipality.id(), number, share, at);
        }
        return written.signedOn().isAfter(BusinessDates.of(attempt.at()))
                ? List.of(BrokenRule.of("application.consent-signed-later", at + "/writtenConsent/signedOn"))
                : List.of();
    }

    private static List<BrokenRule> consent(
            SubmissionRules.Attempt attempt,
            MunicipalityId municipality,
            MunicipalityNumber number,
            Kroner share,
            String at) {
        var consent = attempt.consents().stream()
                .filter(one -> one.municipality().equals(municipality))
                .findFirst();
        if (consent.isEmpty() || consent.get().state() == ConsentState.ASKED) {
            return List.of(BrokenRule.of("application.consent-missing", at, "number", number.value()));
        }
        if (consent.get().state() == ConsentState.DECLINED) {
            return List.of(BrokenRule.of("application.participant-declined", at, "number", number.value()));
        }
        var agreed = consent.get().share();
        return agreed.equals(share)
                ? List.of()
                : List.of(BrokenRule.of(
                        "application.consent-to-other-share",
                        at + "/share",
                        "number",
                        number.value(),
                        "agreed",
                        agreed,
                        "share",
                        share));
    }
}
