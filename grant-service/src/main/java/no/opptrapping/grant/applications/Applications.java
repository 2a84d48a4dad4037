package no.opptrapping.grant.applications;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** The applications that there are. */
public interface Applications {
    /**
     * What a list holds; what is null does not matter.
     *
     * @param hosts whose applications, the ones that they share in left out
     * @param sharers whose applications as well, once submitted, that they share in without being the host
     * @param withoutDrafts a draft is nobody's but its municipality's
     */
    record Filter(
            @Nullable Set<MunicipalityId> hosts,
            Set<MunicipalityId> sharers,
            @Nullable CallId call,
            @Nullable ApplicationStatus status,
            boolean withoutDrafts) {
        /** What the caller may see. */
        public static Filter of(Sight sight, @Nullable CallId call, @Nullable ApplicationStatus status) {
            return new Filter(
                    sight.only().orElse(null),
                    sight instanceof Sight.Own own ? own.municipalities() : Set.of(),
                    call,
                    status,
                    sight.isOfTheAdministration());
        }

        /** A municipality's own, drafts among them. */
        public static Filter ownOf(MunicipalityId host, @Nullable ApplicationStatus status) {
            return new Filter(Set.of(host), Set.of(), null, status, false);
        }
    }

    /** A submission that was answered with a problem. */
    record RefusedSubmission(Application application, Instant at, Set<String> codes) {}

    Optional<Application> find(ApplicationId id);

    /** The application, which nobody else can change until the caller's transaction ends. */
    Optional<Application> lock(ApplicationId id);

    /** The submitted applications of a call, locked, ordered by reference. */
    @CanIgnoreReturnValue
    List<Application> lockSubmitted(CallId call);

    /** The submitted applications of a call, ordered by reference. */
    List<Application> submitted(CallId call);

    /** The applications of a call that wait for a decision, submitted or returned, ordered by reference. */
    List<Application> pending(CallId call);

    /** Returned ones whose time for completion was up before the moment, those that have waited longest first. */
    List<ApplicationId> notCompletedBy(Instant moment, int limit);

    /** The applications of a call that were submitted and not taken back, returned and decided ones too, by reference. */
    List<Application> applied(CallId call);

    /** Those of a call that the municipalities host or share in, drafts not among them, ordered by reference. */
    List<Application> involvingIn(CallId call, Set<MunicipalityId> municipalities);

    /** Applications after a reference, ordered by reference. */
    List<Application> list(Filter filter, String afterReference, int limit);

    /** Those in which the municipalities have been asked to share, after a reference, ordered by reference. */
    List<Application> askedOf(Set<MunicipalityId> municipalities, String afterReference, int limit);

    /**
     * What the municipality has applied for under the scheme in the last year before the given one that it has applied for:
     * submitted and not taken back; several when it has taken over from others.
     */
    List<Application> lastOf(SchemeId scheme, MunicipalityId host, Year before);

    /** How many drafts of the call the municipality has; nobody else can add one until the caller's transaction ends. */
    @CanIgnoreReturnValue
    int lockDrafts(CallId call, MunicipalityId host);

    /** Stores a new draft and gives it its reference. */
    Application add(Application draft);

    /** Deletes a draft that the caller has locked. */
    void delete(ApplicationId draft);

    /** Stores an application that the caller has locked. */
    void change(Application application);

    /** Which of the municipalities take part in another submitted application of the call. */
    Set<MunicipalityId> taken(CallId call, Collection<MunicipalityId> municipalities, ApplicationId besides);

    /** Those that the municipalities host, and those that they share in and that wait for a decision, by reference. */
    List<ApplicationId> involving(Set<MunicipalityId> municipalities);

    /** Whether the municipality is now bound to the application; false when another one of the call has it. */
    @CanIgnoreReturnValue
    boolean claim(CallId call, MunicipalityId municipality, ApplicationId application);

    /** Sets free the municipalities that the application had bound. */
    void release(ApplicationId application);

    /** Sets free one of them. */
    void release(ApplicationId application, MunicipalityId municipality);

    /** Keeps count of a refused submission. */
    void count(RefusedSubmission refused);

    CallFigures figures(CallId call);
}
