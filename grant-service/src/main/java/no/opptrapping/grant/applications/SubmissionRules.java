package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Every rule that a submission must keep, all of them looked at every time. */
final class SubmissionRules {
    private SubmissionRules() {}

    /**
     * What a submission is judged by.
     *
     * @param form what the call asks besides the typed core; empty when that is all
     * @param notAttached where the answers name a file that is not attached to the application
     * @param host the municipality that calls, as it is today
     * @param numbers what each participant's number stands for today
     * @param taken those of host and participants that take part in another submitted application of the call
     * @param rules the scheme's, that the call was announced under
     * @param consents what participants were asked and have answered
     * @param completion what it was returned with, while it is
     * @param signatory who signs it, where that is said
     * @param ceiling the most that those who apply together may ask for; empty for no such limit
     * @param at the instant of the submission, in whole microseconds
     */
    record Attempt(
            ApplicationContent content,
            Call call,
            Optional<CompiledForm> form,
            List<String> notAttached,
            KnownMunicipality host,
            Map<MunicipalityNumber, NumberStatus> numbers,
            Set<MunicipalityId> taken,
            SchemeRules rules,
            List<Consent> consents,
            Optional<Completion> completion,
            Optional<Signatory> signatory,
            Optional<Kroner> ceiling,
            Instant at) {}

    static List<BrokenRule> brokenBy(Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        broken.addAll(brokenByTime(attempt));
        broken.addAll(brokenByContent(attempt));
        broken.addAll(SignatureRules.brokenBy(attempt.content(), attempt.signatory(), attempt.rules()));
        broken.sort(Comparator.comparing(BrokenRule::pointer).thenComparing(BrokenRule::code));
        return List.copyOf(broken);
    }

    /** What is missing in a draft, whatever the time is. */
    static List<BrokenRule> brokenByContent(Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        broken.addAll(ContentRules.brokenBy(attempt.content(), attempt.call()));
        broken.addAll(ParticipantRules.brokenBy(attempt.content(), attempt.host(), attempt.numbers()));
        attempt.form()
                .ifPresent(form -> broken.addAll(form.missing(attempt.content().answersByName())));
        attempt.notAttached().forEach(at -> broken.add(BrokenRule.of("application.attachment-unknown", at)));
        broken.addAll(brokenByOthers(attempt));
        broken.addAll(brokenByCeiling(attempt));
        broken.addAll(brokenByApplicants(attempt));
        broken.addAll(ConsentRules.brokenBy(attempt));
        broken.addAll(SignatureRules.brokenBy(attempt.content(), attempt.rules()));
        broken.sort(Comparator.comparing(BrokenRule::pointer).thenComparing(BrokenRule::code));
        return List.copyOf(broken);
    }

    /** What was returned can be completed after the call's deadline, until its own. */
    private static List<BrokenRule> brokenByTime(Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        var call = attempt.call();
        var at = attempt.at();
        var completion = attempt.completion();
        if (completion.isPresent() && !completion.get().isOpen(at)) {
            broken.add(tooLate("application.completion-over", completion.get().completeBy()));
        } else if (completion.isEmpty() && !call.isOnTime(at)) {
            broken.add(tooLate("application.deadline-passed", call.deadline()));
        }
        if (call.status() == CallStatus.CANCELLED) {
            broken.add(BrokenRule.of("application.call-cancelled", ""));
        } else if (call.status() != CallStatus.ANNOUNCED) {
            broken.add(BrokenRule.of("application.call-not-open", ""));
        } else if (BusinessDates.of(at).isBefore(call.opensOn())) {
            broken.add(BrokenRule.of("application.call-not-open-yet", "", "opensOn", call.opensOn()));
        }
        return broken;
    }

    private static BrokenRule tooLate(String code, Instant deadline) {
        var last = LastMoment.of(deadline);
        return BrokenRule.of(code, "", "deadline", deadline.toString(), "day", last.day(), "time", last.time());
    }

    private static List<BrokenRule> brokenByApplicants(Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        var who = attempt.rules().whoMayApply();
        var host = attempt.host().number();
        if (!who.admits(host.county())) {
            broken.add(BrokenRule.of("application.not-among-applicants", "", "number", host.value()));
        }
        if (attempt.content().isJoint() && !who.admitsJoint()) {
            broken.add(BrokenRule.of("application.joint-not-allowed", "/participants"));
        }
        return broken;
    }

    /** Who is to have nothing is not bound, and may take part in another application. */
    private static boolean hasNoShare(ApplicationContent.ParticipantLine participant) {
        return participant.share() != null && participant.share().isZero();
    }

    private static List<BrokenRule> brokenByCeiling(Attempt attempt) {
        var asked = attempt.content().asked();
        return attempt.ceiling()
                .filter(ceiling -> asked != null && asked.compareTo(ceiling) > 0)
                .map(ceiling -> List.of(BrokenRule.of(
                        "application.above-ceiling",
                        "/asked",
                        "asked",
                        asked == null ? Kroner.ZERO : asked,
                        "ceiling",
                        ceiling)))
                .orElseGet(List::of);
    }

    private static List<BrokenRule> brokenByOthers(Attempt attempt) {
        var broken = new ArrayList<BrokenRule>();
        if (attempt.taken().contains(attempt.host().id())) {
            broken.add(BrokenRule.of(
                    "application.already-applied",
                    "",
                    "number",
                    attempt.host().number().value()));
        }
        var participants = attempt.content().participants();
        for (var i = 0; i < participants.size(); i++) {
            var number = participants.get(i).number();
            if (number != null
                    && !hasNoShare(participants.get(i))
                    && !number.equals(attempt.host().number())
                    && attempt.numbers().get(number) instanceof NumberStatus.Valid(var municipality)
                    && attempt.taken().contains(municipality.id())) {
                broken.add(BrokenRule.of(
                        "application.already-applied", "/participants/" + i + "/number", "number", number.value()));
            }
        }
        return broken;
    }
}
