package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;

/** What changed and why in two or three sentences that a council politician understands, in three languages. */
public final class ChangeSentences {
    private static final int MOST_CAUSES = 3;

    private final Texts texts;

    public ChangeSentences(Texts texts) {
        this.texts = texts;
    }

    /**
     * How much more or less it is, and by the chain what pulls up and what pulls down, the largest first; rounding is left
     * to the table.
     *
     * @param year of the newer run
     * @param before of the older run
     */
    public List<LocalisedText> of(ChangeTable.Change change, int year, int before) {
        var arguments = new HashMap<String, Object>();
        arguments.put("name", change.name());
        arguments.put("year", Integer.toString(year));
        arguments.put("former", Integer.toString(before));
        arguments.put("after", change.after());
        arguments.put("before", change.before());
        arguments.put("change", size(change.change()));
        var sentences = new ArrayList<LocalisedText>();
        sentences.add(texts.text("allocation.change." + direction(change.change()), arguments));
        add(sentences, "allocation.change.up", change, Kroner::isPositive);
        add(sentences, "allocation.change.down", change, Kroner::isNegative);
        return sentences;
    }

    private static String direction(Kroner change) {
        return change.isPositive() ? "more" : change.isNegative() ? "less" : "same";
    }

    private void add(
            List<LocalisedText> sentences, String code, ChangeTable.Change change, Function<Kroner, Boolean> side) {
        var causes = change.chain().entrySet().stream()
                .filter(one -> side.apply(one.getValue()) && one.getKey() != Cause.ROUNDING)
                .sorted(Comparator.<Map.Entry<Cause, Kroner>, Kroner>comparing(one -> size(one.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_CAUSES)
                .toList();
        if (!causes.isEmpty()) {
            sentences.add(new LocalisedText(
                    in(Language.NB, code, causes), in(Language.NN, code, causes), in(Language.EN, code, causes)));
        }
    }

    private String in(Language language, String code, List<Map.Entry<Cause, Kroner>> causes) {
        var named = causes.stream()
                .map(one -> texts.text(
                        language,
                        "allocation.change.cause",
                        Map.of(
                                "cause",
                                texts.text(
                                        language,
                                        "allocation.cause." + one.getKey().code(),
                                        Map.of()),
                                "amount",
                                size(one.getValue()))))
                .toList();
        var last = named.getLast();
        var listed = named.size() == 1
                ? last
                : texts.text(
                        language,
                        "allocation.change.and",
                        Map.of(
                                "first",
                                named.subList(0, named.size() - 1).stream().collect(Collectors.joining(", ")),
                                "last",
                                last));
        return texts.text(language, code, Map.of("causes", listed));
    }

    private static Kroner size(Kroner amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
