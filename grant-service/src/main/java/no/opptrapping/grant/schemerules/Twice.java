package no.opptrapping.grant.schemerules;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.platform.problems.BrokenRule;

/** Codes that stand twice in a list. */
final class Twice {
    private Twice() {}

    static <T> List<BrokenRule> of(List<T> list, Function<T, String> code, String fault, String pointer) {
        var codes = new HashSet<String>();
        return IntStream.range(0, list.size())
                .filter(i -> !codes.add(code.apply(list.get(i))))
                .mapToObj(i -> BrokenRule.of(fault, pointer + "/" + i + "/code"))
                .toList();
    }
}
