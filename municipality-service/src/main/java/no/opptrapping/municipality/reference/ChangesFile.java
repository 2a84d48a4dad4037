package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.lineage.EstimateShares;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads {@code changes.txt}: mergers and splits between numbers, made into changes between identities. */
final class ChangesFile {
    private static final String SEPARATOR = ">";
    private static final String DUTY = "duty";
    private static final String TERRITORY = "territory";

    private final List<Municipality> municipalities;
    private final Populations populations;

    ChangesFile(List<Municipality> municipalities, Populations populations) {
        this.municipalities = municipalities;
        this.populations = populations;
    }

    List<StructureChange> parse(ReferenceLines lines) {
        var rows = lines.each(ChangesFile::row);
        return rows.stream().map(row -> change(row, rows)).toList();
    }

    /**
     * A line of the file; {@code duty} and {@code reason} are empty for a merger.
     *
     * @param territory whose land each part got, where a split undid a merger
     */
    private record Row(
            LocalDate on,
            String kind,
            List<MunicipalityNumber> before,
            List<MunicipalityNumber> after,
            List<MunicipalityNumber> duty,
            String reason,
            Map<MunicipalityNumber, List<MunicipalityNumber>> territory) {}

    private static Row row(String line) {
        var words = Arrays.asList(line.split(" ", -1));
        var separator = words.indexOf(SEPARATOR);
        var duty = words.indexOf(DUTY);
        var end = duty < 0 ? words.size() : duty;
        return new Row(
                LocalDate.parse(words.get(0)),
                words.get(1),
                numbers(words.subList(2, separator)),
                numbers(words.subList(separator + 1, end)),
                duty < 0 ? List.of() : numbers(words.subList(duty + 1, duty + 2)),
                duty < 0 ? "" : words.get(duty + 2),
                territory(words));
    }

    /** After the word: {@code 1508=1504+1523}, for each part its number and those whose land it got. */
    private static Map<MunicipalityNumber, List<MunicipalityNumber>> territory(List<String> words) {
        var at = words.indexOf(TERRITORY);
        return at < 0
                ? Map.of()
                : words.stream()
                        .skip(at + 1L)
                        .map(part -> part.split("=", -1))
                        .collect(toMap(
                                part -> new MunicipalityNumber(part[0]),
                                part -> numbers(List.of(part[1].split("\\+", -1)))));
    }

    private static List<MunicipalityNumber> numbers(List<String> words) {
        return words.stream().map(MunicipalityNumber::new).toList();
    }

    private StructureChange change(Row row, List<Row> all) {
        var before = row.before().stream()
                .map(number -> party(number, row.on().minusDays(1)))
                .toList();
        return switch (row.kind()) {
            case "merger" ->
                new StructureChange.Merger(row.on(), before, party(row.after().getFirst(), row.on()));
            case "split" -> new StructureChange.Split(row.on(), before.getFirst(), parts(row, all), row.reason());
            default -> throw new IllegalArgumentException("Neither merger nor split: " + row);
        };
    }

    private List<SplitPart> parts(Row row, List<Row> all) {
        Map<MunicipalityNumber, Long> moved = new LinkedHashMap<>();
        row.after().forEach(number -> moved.put(number, movedTo(number, row, all)));
        var shares = EstimateShares.from(moved);
        return row.after().stream()
                .map(number -> new SplitPart(
                        party(number, row.on()),
                        shares.getOrDefault(number, BigDecimal.ZERO),
                        ShareMethod.ESTIMATED,
                        row.duty().contains(number),
                        row.territory().getOrDefault(number, List.of()).stream()
                                .map(land -> merged(land, row, all))
                                .collect(toSet())))
                .toList();
    }

    /** The municipality that had been merged into the one that is split. */
    private MunicipalityId merged(MunicipalityNumber land, Row split, List<Row> all) {
        return all.stream()
                .filter(row -> row.on().isBefore(split.on())
                        && row.after().equals(split.before())
                        && row.before().contains(land))
                .max(Comparator.comparing(Row::on))
                .map(row -> party(land, row.on().minusDays(1)).id())
                .orElseThrow(() -> new IllegalArgumentException(land + " had not been merged: " + split));
    }

    /** The successor's population less the last one of its other predecessors. */
    private long movedTo(MunicipalityNumber successor, Row split, List<Row> all) {
        var year = Year.from(split.on());
        var others = all.stream()
                .filter(row -> row.on().equals(split.on()) && !row.equals(split))
                .filter(row -> row.after().contains(successor))
                .flatMap(row -> row.before().stream())
                .mapToLong(number -> population(number, year.minusYears(1)))
                .sum();
        return population(successor, year) - others;
    }

    private long population(MunicipalityNumber number, Year year) {
        return populations
                .of(number, year, Populations.TOTAL)
                .orElseThrow(() -> new IllegalArgumentException("No population of " + number + " in " + year));
    }

    private Party party(MunicipalityNumber number, LocalDate date) {
        return municipalities.stream()
                .filter(municipality -> municipality
                        .versionOn(date)
                        .filter(version -> version.number().equals(number))
                        .isPresent())
                .map(municipality -> new Party(municipality.id(), number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No municipality " + number + " on " + date));
    }
}
