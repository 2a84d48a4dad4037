package no.opptrapping.municipality.sync.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.SourceFault;

/** A data set in json-stat2: whole numbers in row-major order over its dimensions; null is no figure. Pure. */
final class JsonStat {
    private static final int MOST_DIMENSIONS = 10;
    private static final int MOST_CATEGORIES = 5_000;
    private static final Pattern DATASET = Pattern.compile("dataset");
    private static final Pattern VERSION = Pattern.compile("2\\.[0-9]{1,2}");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{N}_+.-]{1,40}");

    private final List<String> dimensions;
    private final List<List<String>> categories;
    private final List<Optional<Long>> values;

    private JsonStat(List<String> dimensions, List<List<String>> categories, List<Optional<Long>> values) {
        this.dimensions = dimensions;
        this.categories = categories;
        this.values = values;
    }

    /**
     * Reads a data set.
     *
     * @param mostCells how many values it may have
     * @param largest the largest value there can be; the least is 0
     */
    static JsonStat read(UntrustedNode answer, int mostCells, long largest) throws SourceFault {
        answer.field("version").text(VERSION);
        answer.field("class").text(DATASET);
        var dimensions = new ArrayList<String>();
        var categories = new ArrayList<List<String>>();
        var sizes = answer.field("size").list(MOST_DIMENSIONS);
        var cells = 1L;
        for (var id : answer.field("id").list(MOST_DIMENSIONS)) {
            var name = id.text(IDENTIFIER);
            if (dimensions.contains(name) || dimensions.size() >= sizes.size()) {
                throw id.fault();
            }
            var index = answer.field("dimension").field(name).field("category").field("index");
            var codes = codes(index);
            var size = sizes.get(dimensions.size());
            if (size.whole(1, MOST_CATEGORIES) != codes.size()) {
                throw size.fault();
            }
            cells *= codes.size();
            if (cells > mostCells) {
                throw answer.field("size").fault();
            }
            dimensions.add(name);
            categories.add(codes);
        }
        var values = new ArrayList<Optional<Long>>();
        for (var value : answer.field("value").list(mostCells)) {
            values.add(value.isPresent() ? Optional.of(value.whole(0, largest)) : Optional.empty());
        }
        if (values.size() != cells || dimensions.size() != sizes.size()) {
            throw answer.field("value").fault();
        }
        return new JsonStat(List.copyOf(dimensions), List.copyOf(categories), List.copyOf(values));
    }

    /** The codes of a dimension in their order: given as a list, or as each code's position. */
    private static List<String> codes(UntrustedNode index) throws SourceFault {
        var byPosition = new TreeMap<Long, String>();
        if (index.isList()) {
            for (var code : index.list(MOST_CATEGORIES)) {
                byPosition.put((long) byPosition.size(), code.text(IDENTIFIER));
            }
        } else {
            for (Map.Entry<String, UntrustedNode> code :
                    index.fields(MOST_CATEGORIES).entrySet()) {
                if (!IDENTIFIER.matcher(code.getKey()).matches()
                        || byPosition.put(code.getValue().whole(0, MOST_CATEGORIES), code.getKey()) != null) {
                    throw code.getValue().fault();
                }
            }
        }
        if (byPosition.isEmpty()
                || byPosition.lastKey() != byPosition.size() - 1L
                || byPosition.values().stream().distinct().count() != byPosition.size()) {
            throw index.fault();
        }
        return List.copyOf(byPosition.values());
    }

    List<String> dimensions() {
        return dimensions;
    }

    /** The codes of a dimension; none if there is no such dimension. */
    List<String> codes(String dimension) {
        var place = dimensions.indexOf(dimension);
        return place < 0 ? List.of() : categories.get(place);
    }

    /** The value where each dimension has the code given for it; a dimension that is not given has one code only. */
    Optional<Long> at(Map<String, String> coordinates) {
        var position = 0;
        for (var place = 0; place < dimensions.size(); place++) {
            var codes = categories.get(place);
            var code = coordinates.getOrDefault(dimensions.get(place), codes.getFirst());
            position = position * codes.size() + codes.indexOf(code);
        }
        return values.get(position);
    }
}
