package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.conversion.NumbersOnDate;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityId;

/** Makes a set of observations of an upload, or says everything that is wrong with it, line by line. */
final class CheckUpload {
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");
    private static final Map<String, ObservationStatus> STATUSES =
            Arrays.stream(ObservationStatus.values()).collect(toMap(ObservationStatus::code, status -> status));

    private final Register register;
    private final IndicatorDefinition definition;
    private final ObservationKey key;
    private final NumbersOnDate numbers;
    private final List<BrokenRule> faults = new ArrayList<>();
    private final List<BrokenRule> doubts = new ArrayList<>();
    private final Map<MunicipalityId, Observation> own = new HashMap<>();
    private final List<JointObservation> joint = new ArrayList<>();

    CheckUpload(Register register, IndicatorDefinition definition, ObservationKey key) {
        this.register = register;
        this.definition = definition;
        this.key = key;
        this.numbers = new NumbersOnDate(register, key.structureDate());
    }

    /** What is wrong, after the rows were read. */
    List<BrokenRule> faults() {
        var all = new ArrayList<>(faults);
        all.addAll(numbers.faults());
        return all;
    }

    /** What is to be confirmed, after the rows were read. */
    List<BrokenRule> doubts() {
        return List.copyOf(doubts);
    }

    /** The set; a municipality that no row names has no value. Only good when there are no faults. */
    ObservationSet read(List<UploadedRow> rows) {
        if (rows.isEmpty()) {
            faults.add(BrokenRule.of("indicator.nothing-uploaded", ""));
        }
        rows.forEach(this::read);
        var observations = register.validOn(key.structureDate()).stream()
                .map(listed -> Optional.ofNullable(own.get(listed.id()))
                        .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                .toList();
        return new ObservationSet(key, observations, joint);
    }

    private void read(UploadedRow row) {
        var named = row.numbers().stream()
                .flatMap(number -> numbers.find(withItsZero(number, row), row.place()).stream())
                .toList();
        var status = status(row);
        var value = value(row, status);
        if (row.numbers().size() > 1) {
            together(row, named, value);
        } else if (!named.isEmpty()) {
            own.put(named.getFirst().id(), observation(named.getFirst(), value, status));
        }
    }

    /** The number as it was before a spreadsheet took it for a figure; a person has to say that this is what happened. */
    private String withItsZero(String number, UploadedRow row) {
        if (row.notation() == Notation.PLAIN || !THREE_DIGITS.matcher(number).matches()) {
            return number;
        }
        doubts.add(DoubtUpload.at(row.place(), Doubt.LEADING_ZERO_LOST, "written", number, "number", "0" + number));
        return "0" + number;
    }

    private static Observation observation(Listed listed, Optional<String> value, ObservationStatus status) {
        return value.filter(known -> status != ObservationStatus.MISSING)
                .map(known -> new Observation(listed.id(), listed.number(), Optional.of(known), status))
                .orElseGet(() -> Observation.missing(listed.id(), listed.number()));
    }

    private void together(UploadedRow row, List<Listed> named, Optional<String> value) {
        if (definition.kind() != IndicatorKind.QUANTITY) {
            fault("indicator.cannot-be-joint", row);
        } else if (value.isEmpty()) {
            fault("indicator.joint-without-value", row);
        } else if (named.size() > 1) {
            joint.add(new JointObservation(
                    named.stream().map(Listed::number).sorted().toList(), value.get()));
        }
    }

    private ObservationStatus status(UploadedRow row) {
        return row.status()
                .map(word -> Optional.ofNullable(STATUSES.get(word)).orElseGet(() -> {
                    fault("indicator.bad-status", row);
                    return ObservationStatus.FINAL;
                }))
                .orElse(row.value().isEmpty() ? ObservationStatus.MISSING : ObservationStatus.FINAL);
    }

    private Optional<String> value(UploadedRow row, ObservationStatus status) {
        if (row.value().isPresent() == (status == ObservationStatus.MISSING)) {
            fault(row.value().isPresent() ? "indicator.value-though-missing" : "indicator.value-missing", row);
            return Optional.empty();
        }
        return row.value()
                .flatMap(value -> definition.kind().hasCategories() ? category(value, row) : figure(value, row));
    }

    private Optional<String> category(String value, UploadedRow row) {
        return Optional.of(value).filter(category -> known(category, row));
    }

    private Optional<String> figure(String value, UploadedRow row) {
        return switch (UploadedFigure.of(value, row.notation())) {
            case UploadedFigure.Figure(var figure, var decimals) -> {
                if (decimals > definition.mostDecimals()) {
                    faults.add(BrokenRule.of(
                            "indicator.too-many-decimals",
                            row.place(),
                            "value",
                            value,
                            "unit",
                            definition.unit(),
                            "most",
                            definition.mostDecimals()));
                    yield Optional.empty();
                }
                yield Optional.of(figure);
            }
            case UploadedFigure.PointAmongCommas() -> {
                faults.add(BrokenRule.of("indicator.point-among-commas", row.place(), "value", shortened(value)));
                yield Optional.empty();
            }
            case UploadedFigure.NoFigure() -> {
                fault("indicator.bad-value", row);
                yield Optional.empty();
            }
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private boolean known(String category, UploadedRow row) {
        if (definition.categories().stream().noneMatch(one -> one.code().equals(category))) {
            fault("indicator.unknown-category", row);
            return false;
        }
        return true;
    }

    private void fault(String code, UploadedRow row) {
        faults.add(BrokenRule.of(code, row.place()));
    }
}
