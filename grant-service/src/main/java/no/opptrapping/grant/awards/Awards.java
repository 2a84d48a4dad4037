package no.opptrapping.grant.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The awards that there are. Everything here takes part in the caller's transaction. */
public interface Awards {
    /** Adds new awards; they are in the database when the call returns. */
    void add(List<Award> awards);

    /** Stores a change of status and what comes with it; the award has been locked before. */
    void update(Award changed);

    /** Stores such changes of several awards. */
    void update(List<Award> changed);

    Optional<Award> find(AwardId id);

    /** The awards of the applications, whatever has become of them. */
    List<Award> ofApplications(List<ApplicationId> applications);

    /** Those of the awards that there are. */
    List<Award> findAll(Set<AwardId> ids);

    /**
     * The accepted awards of a scheme's year by their references, locked until the transaction ends.
     *
     * @param recipients whose; empty: everybody's
     */
    List<Award> lockAccepted(SchemeId scheme, Year year, Optional<Set<MunicipalityId>> recipients);

    /** Those of the awards that there are, by their references, locked until the transaction ends. */
    List<Award> lockAll(Set<AwardId> ids);

    /** The award, locked until the transaction ends. */
    Optional<Award> lock(AwardId id);

    /** In the order of their references, those after the given one. */
    List<Award> list(Filter filter, String afterReference, int limit);

    /** The valid awards of the recipients that are not wholly paid and accounted for, by their references. */
    List<Award> outstanding(Set<MunicipalityId> recipients, int limit);

    /** Every award of a scheme's year, also those no longer valid. */
    List<Award> of(SchemeId scheme, Year year);

    /** The valid awards of earlier years that promise something of the scheme's year which no award has kept. */
    List<Award> promising(SchemeId scheme, Year year);

    /** The years in which awards have kept what the award promised. */
    Set<Year> continuing(AwardId award);

    /**
     * Takes the next numbers of an item's year, which all its schemes share; no one else takes any until the transaction
     * ends.
     *
     * @return the first of them
     */
    long takeNumbers(String chapter, String item, Year year, long howMany);

    /** Every award that was made of the runs, also those no longer valid, by their references. */
    List<Award> ofRuns(Set<UUID> runs);

    /** Whether awards have been made of the run. */
    boolean existOf(UUID run);

    /** What each municipality has of the valid awards of a scheme's year, by the participants' shares. */
    Map<MunicipalityId, Kroner> shares(SchemeId scheme, Year year);

    /**
     * The valid awards of these recipients that have not come from there by these steps, in the order of their
     * references.
     */
    List<AwardId> validOtherwiseHeld(Map<MunicipalityId, List<Takeover>> stepsByRecipient);

    /** An award that nobody has answered, and the last day on which it could be. */
    record Unanswered(LocalDate acceptBy, AwardId award) {
        /** Stands before them all. */
        static final Unanswered NONE = new Unanswered(LocalDate.EPOCH, new AwardId(new UUID(0, 0)));
    }

    /** Those that could be accepted until that day or an earlier, after one of them, the oldest first. */
    List<Unanswered> acceptableUntil(LocalDate day, Unanswered after, int limit);

    /**
     * The awards decided before today that nobody has answered, that can be accepted until a day from today to the last,
     * and whose municipality has not been reminded of that day; the oldest first.
     */
    List<AwardId> toRemindOf(LocalDate today, LocalDate last, int limit);

    /** Keeps that the municipality has been reminded of that last day; false when it had been. */
    boolean reminded(AwardId award, LocalDate acceptBy, Instant at);

    /** The municipalities that have ever been awarded anything. */
    Set<MunicipalityId> recipients();

    /**
     * Which awards: all that are given must fit; an empty collection of recipients fits none.
     *
     * @param sharers whose awards as well that they share in without being the recipient
     * @param number the recipient's number when the award was made
     */
    record Filter(
            Optional<Year> year,
            Optional<SchemeId> scheme,
            Optional<AwardStatus> status,
            Optional<Set<MunicipalityId>> recipients,
            Set<MunicipalityId> sharers,
            Optional<MunicipalityNumber> number) {
        /** Every award there is. */
        public static final Filter ANY = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

        Filter seenBy(Sight sight) {
            var own = sight instanceof Sight.Own self && recipients.isEmpty()
                    ? self.municipalities()
                    : Set.<MunicipalityId>of();
            return new Filter(year, scheme, status, sight.among(recipients), own, number);
        }
    }
}
