package no.opptrapping.platform.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * What municipality.v1 says of one municipality, as far as the other services read it; kept as it came. Intervals
 * include their first day and not their last; a missing end is open. A list that the sender left out is empty.
 *
 * @param languageForm the form of Norwegian that it wants in letters: bokmål, nynorsk or neutral
 */
public record HeardMunicipality(
        MunicipalityId municipalityId,
        @Nullable LocalDate ceasedOn,
        List<Version> versions,
        List<Successor> successors,
        List<HeldNumber> organisationNumbers,
        List<Representative> representatives,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String languageForm) {
    private static final String NYNORSK = "nynorsk";

    /** A municipality that has not decided on a form of Norwegian. */
    public HeardMunicipality(
            MunicipalityId municipalityId,
            @Nullable LocalDate ceasedOn,
            List<Version> versions,
            List<Successor> successors,
            List<HeldNumber> organisationNumbers,
            List<Representative> representatives) {
        this(municipalityId, ceasedOn, versions, successors, organisationNumbers, representatives, null);
    }

    /** A municipality that nobody else may act for. */
    public HeardMunicipality(
            MunicipalityId municipalityId,
            @Nullable LocalDate ceasedOn,
            List<Version> versions,
            List<Successor> successors,
            List<HeldNumber> organisationNumbers) {
        this(municipalityId, ceasedOn, versions, successors, organisationNumbers, List.of());
    }

    /** Number and name from one day until another, and its county where that is known. */
    public record Version(
            MunicipalityNumber number,
            String name,
            @Nullable County county,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Version(MunicipalityNumber number, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
            this(number, name, null, from, to);
        }

        public Version {
            requireInOrder(from, to);
        }
    }

    /** The county of a version; its number is the first two digits of the municipality's. */
    public record County(String name) {}

    /**
     * Another municipality that took over a share of this one's people on a day.
     *
     * @param share the part of the people that moved there, above 0 and at most 1
     * @param method how the share is known, in the words of {@link ShareMethod}
     * @param dutyBearer whether it answers for this one's grants; the register names one for each split
     * @param territory where a split undid a merger: the municipalities that had been merged and whose land is its own
     */
    public record Successor(
            MunicipalityId municipalityId,
            LocalDate on,
            BigDecimal share,
            @Nullable String method,
            boolean dutyBearer,
            List<MunicipalityId> territory) {
        public Successor(MunicipalityId municipalityId, LocalDate on, BigDecimal share, boolean dutyBearer) {
            this(municipalityId, on, share, null, dutyBearer, List.of());
        }

        public Successor {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("A successor's share of " + share);
            }
            territory = orNone(territory);
        }

        private ShareMethod howTheShareIsKnown() {
            if (share.compareTo(BigDecimal.ONE) == 0) {
                return ShareMethod.WHOLE;
            }
            return ShareMethod.KNOWN.code().equals(method) ? ShareMethod.KNOWN : ShareMethod.ESTIMATED;
        }
    }

    /** An organisation number from one day until another. */
    public record HeldNumber(
            OrganisationNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public HeldNumber {
            requireInOrder(from, to);
        }
    }

    /**
     * An organisation that may act for the municipality from one day until another.
     *
     * @param tasks what for, in the words of {@link Task}
     */
    public record Representative(
            OrganisationNumber organisationNumber,
            List<String> tasks,
            LocalDate from,
            @Nullable LocalDate to) {
        public Representative {
            tasks = List.copyOf(tasks);
            requireInOrder(from, to);
        }
    }

    public HeardMunicipality {
        versions = orNone(versions);
        successors = orNone(successors);
        organisationNumbers = orNone(organisationNumbers);
        representatives = orNone(representatives);
        if (absent(municipalityId) || versions.isEmpty()) {
            throw new IllegalArgumentException("A municipality without identity or versions");
        }
    }

    /** The language of letters to it (språklova § 15): Nynorsk where it has decided so, otherwise Bokmål. */
    public Language language() {
        return NYNORSK.equals(languageForm) ? Language.NN : Language.NB;
    }

    /** The municipality on the date; empty when it did not exist then. */
    public Optional<KnownMunicipality> on(LocalDate date) {
        return versionOn(date)
                .map(version -> new KnownMunicipality(
                        municipalityId, version.number(), version.name(), organisationNumberOn(date), date));
    }

    /** Its version on the date; empty when it did not exist then. */
    Optional<Version> versionOn(LocalDate date) {
        return hasCeasedBy(date)
                ? Optional.empty()
                : versions.stream()
                        .filter(version -> within(date, version.from(), version.to()))
                        .findFirst();
    }

    /** How it was succeeded, step by step. */
    Stream<Inheritance> successions() {
        return successors.stream()
                .map(one -> new Inheritance(
                        one.on(),
                        municipalityId,
                        one.municipalityId(),
                        one.share(),
                        one.howTheShareIsKnown(),
                        one.dutyBearer(),
                        Set.copyOf(one.territory())));
    }

    boolean hasCeasedBy(LocalDate date) {
        return ceasedOn != null && !ceasedOn.isAfter(date);
    }

    /** Whether it had the number at some time on or before the date. */
    boolean hadNumberBy(MunicipalityNumber number, LocalDate date) {
        return versions.stream()
                .anyMatch(version -> version.number().equals(number)
                        && (version.from() == null || !version.from().isAfter(date)));
    }

    boolean holds(OrganisationNumber organisation, LocalDate date) {
        return organisationNumberOn(date).filter(organisation::equals).isPresent();
    }

    /** Whether the organisation may do one of the tasks for it on the date. */
    boolean isRepresentedBy(OrganisationNumber organisation, Set<Task> tasks, LocalDate date) {
        Predicate<Representative> mayDoOne =
                one -> tasks.stream().map(Task::word).anyMatch(one.tasks()::contains);
        return representatives.stream()
                .filter(one -> one.organisationNumber().equals(organisation) && within(date, one.from(), one.to()))
                .anyMatch(mayDoOne);
    }

    private Optional<OrganisationNumber> organisationNumberOn(LocalDate date) {
        return organisationNumbers.stream()
                .filter(held -> within(date, held.from(), held.to()))
                .map(HeldNumber::number)
                .findFirst();
    }

    private static boolean within(LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
    }

    private static void requireInOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("An interval from " + from + " to " + to);
        }
    }

    private static boolean absent(@Nullable Object value) {
        return value == null;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
