package no.opptrapping.municipality.sync.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads the Mapping Authority's names; pure. */
final class NameAnswers {
    private static final int MOST_COUNTIES = 50;
    private static final int MOST_MUNICIPALITIES = 500;
    private static final int MOST_NAMES = 10;
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z -]{0,39}");

    private NameAnswers() {}

    /** The names of every municipality of every county. */
    static Map<MunicipalityNumber, OfficialNames> read(UntrustedNode answer) throws SourceFault {
        var names = new TreeMap<MunicipalityNumber, OfficialNames>();
        for (var county : answer.list(MOST_COUNTIES)) {
            for (var municipality : county.field("kommuner").list(MOST_MUNICIPALITIES)) {
                var number = new MunicipalityNumber(
                        municipality.field("kommunenummer").text(FOUR_DIGITS));
                var official = new OfficialNames(
                        names(municipality.field("gyldigeNavn")),
                        municipality.field("samiskForvaltningsomrade").flag());
                if (names.putIfAbsent(number, official) != null) {
                    throw municipality.field("kommunenummer").fault();
                }
            }
        }
        if (names.isEmpty()) {
            throw answer.fault();
        }
        return names;
    }

    /** The names that there are, by priority; the places of those that there are not are filled with null. */
    private static List<OfficialNames.Name> names(UntrustedNode list) throws SourceFault {
        var byPriority = new TreeMap<Long, OfficialNames.Name>();
        for (var item : list.list(MOST_NAMES)) {
            if (item.field("navn").isPresent()) {
                var name = new OfficialNames.Name(
                        item.field("navn").name(), item.field("sprak").text(LANGUAGE));
                if (byPriority.put(item.field("prioritet").whole(1, MOST_NAMES), name) != null) {
                    throw item.field("prioritet").fault();
                }
            }
        }
        if (byPriority.isEmpty()) {
            throw list.fault();
        }
        return List.copyOf(byPriority.values());
    }
}
