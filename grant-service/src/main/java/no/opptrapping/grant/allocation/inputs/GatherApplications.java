package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.assessment.AssessedApplication;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Gathers the assessed applications to the call that a run divides by. */
@ApplicationScoped
class GatherApplications {
    private final Calls calls;
    private final AssessedApplications assessed;
    private final Scopes scopes;
    private final KnownMunicipalities municipalities;

    GatherApplications(Calls calls, AssessedApplications assessed, Scopes scopes, KnownMunicipalities municipalities) {
        this.scopes = scopes;
        this.calls = calls;
        this.assessed = assessed;
        this.municipalities = municipalities;
    }

    /** The applications; what stands in the way is added to {@code broken}. */
    List<RunInputs.Application> of(RunParameters parameters, LocalDate structure, List<BrokenRule> broken) {
        var found = new ArrayList<RunInputs.Application>();
        var seen = new HashSet<CallId>();
        for (var i = 0; i < parameters.pots().size(); i++) {
            var model = parameters.pots().get(i).model().byCall();
            if (model.isPresent()) {
                var divided = model.get().callId();
                var pointer = "/pots/" + i + "/model/callId";
                var call = calls.find(divided);
                if (call.isEmpty()) {
                    broken.add(BrokenRule.of("allocation.call-known", pointer));
                } else if (!call.get().scheme().equals(new SchemeId(UUID.fromString(parameters.scheme())))
                        || call.get().year().getValue() != parameters.year()) {
                    broken.add(BrokenRule.of("allocation.call-of-scheme-and-year", pointer));
                } else if (!seen.add(divided) || seen.size() > 1) {
                    broken.add(BrokenRule.of("allocation.one-call-in-a-run", pointer));
                } else {
                    var part = parameters.partOf(model.get());
                    var faults = new ArrayList<>(
                            RoundLimits.brokenBy(call.get(), part, scopes, "/pots/" + i + "/model/round"));
                    if (!scopes.isOfItsOffice(call.get(), part)) {
                        faults.add(BrokenRule.of(
                                part.office().isPresent() ? "allocation.not-of-an-office" : "allocation.office-named",
                                "/countyGovernorOfficeId"));
                    }
                    broken.addAll(faults);
                    if (faults.isEmpty()) {
                        found.addAll(new Gathering(part, structure, pointer, broken)
                                .gather(model.get().countsPositions()));
                    }
                }
            }
        }
        return found;
    }

    /** The gathering of a call, or of a round of it. */
    private final class Gathering {
        private final CallPart part;
        private final LocalDate structure;
        private final String pointer;
        private final List<BrokenRule> broken;

        Gathering(CallPart part, LocalDate structure, String pointer, List<BrokenRule> broken) {
            this.part = part;
            this.structure = structure;
            this.pointer = pointer;
            this.broken = broken;
        }

        List<RunInputs.Application> gather(boolean withPositions) {
            var waiting = assessed.waiting(part).stream()
                    .map(AssessedApplications.Waiting::reference)
                    .toList();
            if (!waiting.isEmpty()) {
                broken.add(BrokenRule.of(
                        "allocation.applications-assessed", pointer, "count", waiting.size(), "references", waiting));
            }
            return assessed.readyFor(part).stream()
                    .map(one -> application(one, withPositions))
                    .toList();
        }

        private RunInputs.Application application(AssessedApplication one, boolean withPositions) {
            // One that is taken into another on the structure's day is counted with it, and decided before or after.
            var host = municipalities.succession(one.host(), structure).map(Succession::answering);
            if (host.isEmpty()) {
                broken.add(BrokenRule.of(
                        "allocation.host-in-structure",
                        pointer,
                        "reference",
                        one.reference(),
                        "number",
                        one.hostNumber()));
            }
            return new RunInputs.Application(
                    part.call().toString(),
                    one.id().toString(),
                    one.reference(),
                    one.host().toString(),
                    host.map(KnownMunicipality::number)
                            .map(MunicipalityNumber::value)
                            .orElse(one.hostNumber().value()),
                    one.asked().value(),
                    one.assessed().value(),
                    one.smallestUseful().value(),
                    one.rank().orElse(null),
                    one.score().map(RunInputs::plain).orElse(null),
                    one.submittedAt().toString(),
                    one.participants().stream()
                            .map(participant -> new RunInputs.Participant(
                                    participant.municipality().toString(),
                                    participant.number().value(),
                                    participant.share().value()))
                            .toList(),
                    withPositions
                            ? one.positions().stream()
                                    .map(line -> new RunInputs.Position(line.percent(), line.year()))
                                    .toList()
                            : null);
        }
    }
}
