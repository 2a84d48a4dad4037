package no.opptrapping.grant.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.Position;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** What an allocation run by application starts from. */
@ApplicationScoped
@Transactional
public class AssessedApplications {
    private final Applications applications;
    private final Assessments assessments;
    private final Scopes scopes;

    AssessedApplications(Applications applications, Assessments assessments, Scopes scopes) {
        this.scopes = scopes;
        this.applications = applications;
        this.assessments = assessments;
    }

    /**
     * The submitted applications of the part of a call that are recommended to be approved, ordered by reference. One that is
     * recommended to be rejected is not among them, and is rejected when the run is adopted.
     */
    public List<AssessedApplication> readyFor(CallPart part) {
        var assessed = assessments(part.call());
        return scopes.of(part).of(applications.submitted(part.call())).stream()
                .flatMap(application -> standing(assessed, application)
                        .filter(judgement -> judgement.recommendation() == Recommendation.APPROVE)
                        .map(judgement -> ready(application, judgement))
                        .stream())
                .toList();
    }

    /** An application that nobody has assessed as it is now, by its reference. */
    public record Waiting(ApplicationId id, String reference) {}

    /** The applications of the part of a call that nobody has assessed as they are now, returned ones among them, by reference. */
    public List<Waiting> waiting(CallPart part) {
        var assessed = assessments(part.call());
        return scopes.of(part).of(applications.pending(part.call())).stream()
                .filter(application -> application.status() == ApplicationStatus.RETURNED
                        || standing(assessed, application).isEmpty())
                .map(application -> new Waiting(application.id(), application.reference()))
                .toList();
    }

    /** The same by their identities. */
    public List<ApplicationId> notReadyFor(CallPart part) {
        return waiting(part).stream().map(Waiting::id).toList();
    }

    /**
     * An application that no run gives anything.
     *
     * @param reasons why it was not recommended, in words; empty while nobody has assessed it
     */
    public record NotInRun(ApplicationId application, String reference, Kroner asked, Optional<String> reasons) {}

    /**
     * The applications of the part of a call that involve one of the municipalities and that are not recommended to be approved,
     * before and after the decision, ordered by reference.
     */
    public List<NotInRun> notRecommended(CallPart part, Set<MunicipalityId> municipalities) {
        var assessed = assessments(part.call());
        return scopes.of(part).of(applications.involvingIn(part.call(), municipalities)).stream()
                .filter(application -> application.status() == ApplicationStatus.SUBMITTED
                        || application.status() == ApplicationStatus.REJECTED)
                .flatMap(application -> {
                    var judgement =
                            Optional.ofNullable(assessed.get(application.id())).map(Assessment::judgement);
                    return judgement
                                    .filter(one -> one.recommendation() == Recommendation.APPROVE)
                                    .isPresent()
                            ? Stream.empty()
                            : Stream.of(new NotInRun(
                                    application.id(),
                                    application.reference(),
                                    application.asked(),
                                    judgement.map(Judgement::reasons)));
                })
                .toList();
    }

    private Map<ApplicationId, Assessment> assessments(CallId call) {
        return assessments.ofCall(call).stream()
                .collect(Collectors.toMap(Assessment::application, Function.identity()));
    }

    /**
     * What it was judged to be; not when a participant has left since and it asks for less than it was assessed at, nor
     * when it has been completed since.
     */
    private static Optional<Judgement> standing(Map<ApplicationId, Assessment> assessed, Application application) {
        return Optional.ofNullable(assessed.get(application.id()))
                .filter(assessment -> application
                        .completedAt()
                        .filter(completed -> !assessment.at().isAfter(completed))
                        .isEmpty())
                .map(Assessment::judgement)
                .filter(judgement -> judgement.assessed().compareTo(application.asked()) <= 0);
    }

    private static AssessedApplication ready(Application application, Judgement judgement) {
        return new AssessedApplication(
                application.id(),
                application.reference(),
                application.host(),
                application.hostNumber(),
                application.participants(),
                application.asked(),
                judgement.assessed(),
                application.content().smallestUseful(),
                judgement.rank(),
                judgement.score(),
                application
                        .submittedAt()
                        .orElseThrow(() -> new IllegalStateException("Submitted at no time: " + application.id())),
                application.content().positions().stream()
                        .map(AssessedApplications::position)
                        .toList());
    }

    private static Position position(PositionLine line) {
        if (line.title() == null || line.percent() == null || line.year() == null) {
            throw new IllegalStateException("A position that the rules have let through is incomplete");
        }
        return new Position(line.title(), line.percent(), line.year());
    }
}
