package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.Split;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run's amounts follow from, as it was known when the run was made: stored with it, hashed, and
 * enough to compute it again.
 *
 * @param engineVersion changes when the same inputs could give other amounts
 * @param budget whole kroner for all pots and commitments together
 * @param municipalities those of the structure date, by number
 * @param eligible the numbers that are eligible, by the index of each pot that is not for all
 * @param commitments what earlier awards promised of the year; absent when they promised nothing
 * @param groupings those whose classes pots are for; absent when there are none
 * @param approved the numbers whose reports for the year that an activity based pot names are approved
 */
public record RunInputs(
        String engineVersion,
        RunParameters parameters,
        long budget,
        List<Indicator> indicators,
        List<Municipality> municipalities,
        List<Application> applications,
        List<Before> before,
        @Nullable Map<String, List<String>> eligible,
        @Nullable List<String> approved,
        @Nullable List<Commitment> commitments,
        @Nullable List<Grouping> groupings) {
    /** Inputs without commitments of earlier years and groupings. */
    public RunInputs(
            String engineVersion,
            RunParameters parameters,
            long budget,
            List<Indicator> indicators,
            List<Municipality> municipalities,
            List<Application> applications,
            List<Before> before,
            @Nullable Map<String, List<String>> eligible,
            @Nullable List<String> approved) {
        this(
                engineVersion,
                parameters,
                budget,
                indicators,
                municipalities,
                applications,
                before,
                eligible,
                approved,
                null,
                null);
    }

    /**
     * The names of what is not the same in the others, by this record's own components, so that none can be forgotten.
     * The engine is no input: whether it still gives the same is told by the amounts.
     */
    List<String> changedIn(RunInputs others) {
        return Arrays.stream(RunInputs.class.getRecordComponents())
                .filter(component -> !component.getName().equals("engineVersion"))
                .filter(component -> !Objects.equals(value(component, this), value(component, others)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, RunInputs inputs) {
        try {
            return component.getAccessor().invoke(inputs);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's component can be read: " + component, e);
        }
    }

    /** An exact number as it is hashed: without superfluous zeros. */
    static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** What each participant has of an amount: the shares of what was asked for, in the participants' order. */
    public static List<Kroner> shares(List<Participant> participants, Kroner amount) {
        return Split.of(
                amount, participants.stream().map(one -> Kroner.of(one.share())).toList());
    }

    /** The participants' parts of an amount that is awarded; none for one that applied alone. */
    public static List<ParticipantShare> awarded(List<Participant> participants, Kroner amount) {
        if (participants.size() < 2) {
            return List.of();
        }
        var parts = shares(participants, amount);
        return IntStream.range(0, participants.size())
                .mapToObj(i -> new ParticipantShare(
                        new MunicipalityId(UUID.fromString(participants.get(i).municipality())),
                        new MunicipalityNumber(participants.get(i).number()),
                        parts.get(i)))
                .toList();
    }

    private static Map<MunicipalityId, Kroner> parts(String alone, List<Participant> participants, Kroner amount) {
        if (participants.size() < 2) {
            return Map.of(new MunicipalityId(UUID.fromString(alone)), amount);
        }
        var parts = shares(participants, amount);
        var all = new LinkedHashMap<MunicipalityId, Kroner>();
        for (var i = 0; i < parts.size(); i++) {
            all.merge(
                    new MunicipalityId(UUID.fromString(participants.get(i).municipality())),
                    parts.get(i),
                    Kroner::plus);
        }
        return all;
    }

    /** What earlier awards have promised of the year, which comes off the budget first. */
    public List<Commitment> promised() {
        return commitments == null ? List.of() : commitments;
    }

    /** The sum of {@link #promised}. */
    public Kroner committed() {
        return Kroner.of(promised().stream().mapToLong(Commitment::amount).reduce(0, Math::addExact));
    }

    /** These inputs with other parameters, for which they must suffice. The budget is what a run of them would have. */
    public RunInputs with(RunParameters others) {
        var pots = others.sumOfPots();
        return new RunInputs(
                engineVersion,
                others,
                pots.isPresent() ? Math.addExact(pots.getAsLong(), committed().value()) : budget,
                indicators,
                municipalities,
                applications,
                before,
                eligible,
                approved,
                commitments,
                groupings);
    }

    /** These inputs with another row for one municipality, and with other money for the pots to divide. */
    public RunInputs assuming(Optional<Municipality> changed, Optional<Long> divided) {
        var pots = parameters.pots();
        var rows = changed.map(row -> municipalities.stream()
                        .map(one -> one.number().equals(row.number()) ? row : one)
                        .toList())
                .orElse(municipalities);
        return new RunInputs(
                engineVersion,
                divided.isPresent() && pots.size() == 1 && pots.getFirst().amount() != null
                        ? parameters.with(List.of(pots.getFirst().with(divided.get())))
                        : parameters,
                divided.map(kroner -> Math.addExact(kroner, committed().value()))
                        .orElse(budget),
                indicators,
                rows,
                applications,
                before,
                eligible,
                approved,
                commitments,
                groupings);
    }

    /** The same rules over other facts; the parameters are those of the rules, as they are to be applied to the facts. */
    public RunInputs over(
            RunParameters rules,
            long money,
            List<Municipality> rows,
            List<Application> applied,
            List<Before> had,
            @Nullable Map<String, List<String>> eligibleNumbers,
            @Nullable List<String> reported,
            @Nullable List<Commitment> promises) {
        return new RunInputs(
                engineVersion,
                rules,
                money,
                indicators,
                rows,
                applied,
                had,
                eligibleNumbers,
                reported,
                promises,
                groupings);
    }

    /** The engine as it is now. The second limits positions by what was assessed, which the first did not. */
    public static final String ENGINE_VERSION = "2";

    private static final String FIRST_ENGINE = "1";

    /** Whether the amounts are those of the first engine, which can be computed again. */
    public boolean ofFirstEngine() {
        return engineVersion.equals(FIRST_ENGINE);
    }

    public RunInputs {
        indicators = List.copyOf(indicators);
        municipalities = List.copyOf(municipalities);
        applications = List.copyOf(applications);
        before = List.copyOf(before);
    }

    /**
     * The figures that were used.
     *
     * @param structureDate the structure that they were published in; converted when it is not the run's
     * @param times of a ratio that is a criterion: the figures that it is multiplied by, since ratios cannot be added up;
     *     absent for everything else
     */
    @Schema(name = "RunIndicator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Indicator(
            String code,
            int year,
            String structureDate,
            int version,
            String unit,
            String source,
            @Nullable String times) {
        public Indicator(String code, int year, String structureDate, int version, String unit, String source) {
            this(code, year, structureDate, version, unit, source, null);
        }

        /** The same figures, multiplied by others. */
        Indicator times(Indicator factor) {
            return new Indicator(code, year, structureDate, version, unit, source, factor.figures());
        }

        /** The name under which municipalities have their values. */
        public String figures() {
            return code + "/" + year;
        }
    }

    /**
     * A grouping of municipalities.
     *
     * @param year its edition
     * @param classes those that pots are for; who is in them stands among those eligible
     */
    @Schema(name = "UsedGrouping")
    public record Grouping(
            String code, int year, String structureDate, int version, String source, List<String> classes) {
        public Grouping {
            classes = List.copyOf(classes);
        }
    }

    /** A municipality with its inhabitants and figures; what is unknown is absent. */
    @Schema(name = "RunMunicipality")
    public record Municipality(
            String id, String number, String name, @Nullable String inhabitants, Map<String, String> values) {
        public Municipality {
            values = Map.copyOf(values);
        }

        public MunicipalityId identity() {
            return new MunicipalityId(UUID.fromString(id));
        }
    }

    /** An assessed application of a call, with its participants' parts of what was asked for (one: it is alone). */
    @Schema(name = "RunApplication")
    public record Application(
            String call,
            String id,
            String reference,
            String municipality,
            String number,
            long asked,
            long assessed,
            long smallestUseful,
            @Nullable Integer rank,
            @Nullable String score,
            String submittedAt,
            List<Participant> participants,
            @Nullable List<Position> positions) {
        public Application {
            participants = List.copyOf(participants);
        }

        /** The same application to another call, or of those that stand where its municipalities stood. */
        public Application to(String other, String heir, String heirNumber, List<Participant> heirs) {
            return new Application(
                    other,
                    id,
                    reference,
                    heir,
                    heirNumber,
                    asked,
                    assessed,
                    smallestUseful,
                    rank,
                    score,
                    submittedAt,
                    heirs,
                    positions);
        }

        /** Each position by itself, none more than full-time; none where positions do not count. */
        public List<Position> each() {
            return positions == null
                    ? List.of()
                    : positions.stream().flatMap(Position::each).toList();
        }

        /** What each participant, or the applicant alone, has of an amount: the shares of what was asked for. */
        public Map<MunicipalityId, Kroner> parts(Kroner amount) {
            return RunInputs.parts(municipality, participants, amount);
        }
    }

    /** Positions that were applied for: 250 per cent is two full-time ones and a half; the project's year from 1. */
    @Schema(name = "RunPosition")
    public record Position(int percent, int year) {
        private Stream<Position> each() {
            return IntStream.iterate(percent, left -> left > 0, left -> left - 100)
                    .mapToObj(left -> new Position(Math.min(left, 100), year));
        }
    }

    /** One municipality's part of a joint application. */
    @Schema(name = "RunParticipant")
    public record Participant(String municipality, String number, long share) {}

    /**
     * What an earlier award promised of the run's year, subject to the Storting's budget decision.
     *
     * @param award the identity of the earlier award
     * @param participants as they share that award
     */
    @Schema(name = "RunCommitment")
    public record Commitment(
            String award,
            String reference,
            String municipality,
            String number,
            long amount,
            List<Participant> participants) {
        public Commitment {
            participants = List.copyOf(participants);
        }

        /** The same promise to those that stand where its municipalities stood. */
        public Commitment to(String heir, String heirNumber, List<Participant> heirs) {
            return new Commitment(award, reference, heir, heirNumber, amount, heirs);
        }

        /** What each participant, or the municipality alone, has of it. */
        public Map<MunicipalityId, Kroner> parts() {
            return RunInputs.parts(municipality, participants, Kroner.of(amount));
        }
    }

    /** What a municipality of the run's structure had of an earmarked scheme in a year. */
    @Schema(name = "AmountBefore")
    public record Before(String scheme, int year, String number, long amount) {}
}
