package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Finds which municipalities have other names, or another place in or outside the Sami administrative area. Pure. */
public final class CompareNames {
    private final List<Listed> today;
    private final LocalDate on;
    private final Map<MunicipalityId, OfficialNames> kept;

    /**
     * What is kept.
     *
     * @param today the municipalities of the day
     */
    public CompareNames(List<Listed> today, LocalDate on, Map<MunicipalityId, OfficialNames> kept) {
        this.today = List.copyOf(today);
        this.on = on;
        this.kept = Map.copyOf(kept);
    }

    /** What differs, by number; who the source does not mention, or who is not of today, is told of only. */
    public List<Difference> differences(Map<MunicipalityNumber, OfficialNames> source) {
        var found = new ArrayList<Difference>();
        for (var listed : today) {
            var before = kept.get(listed.id());
            var after = source.get(listed.number());
            if (after == null) {
                found.add(new Difference(
                        Kind.UNEXPLAINED,
                        "",
                        on,
                        List.of(Item.of(listed.number().value(), listed.name())),
                        List.of()));
                continue;
            }
            if (before == null) {
                found.add(new Difference(Kind.NAMES_NEW, "", on, List.of(), names(listed, after)));
            } else if (!before.names().equals(after.names())) {
                found.add(new Difference(Kind.NAMES_CHANGED, "", on, names(listed, before), names(listed, after)));
            }
            if (before == null ? after.samiArea() : before.samiArea() != after.samiArea()) {
                found.add(new Difference(
                        Kind.SAMI_AREA_CHANGED,
                        "",
                        on,
                        List.of(area(listed, !after.samiArea())),
                        List.of(area(listed, after.samiArea()))));
            }
        }
        return List.copyOf(found);
    }

    private static List<Item> names(Listed listed, OfficialNames names) {
        return names.names().stream()
                .map(name -> new Item(listed.number().value(), name.name(), name.language()))
                .toList();
    }

    private static Item area(Listed listed, boolean within) {
        return new Item(listed.number().value(), listed.name(), Boolean.toString(within));
    }
}
