package no.opptrapping.platform.body;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form holds against what its kind uses, as its components say ({@link UsedBy}). */
public final class UsedMembers {
    private UsedMembers() {}

    /** The names of the members that are given and not used by the kind. */
    public static List<String> superfluous(Record form, String kind) {
        return Stream.of(form.getClass().getRecordComponents())
                .filter(member -> FormRules.value(form, member) != null)
                .filter(member -> used(member).filter(by -> !names(by, kind)).isPresent())
                .map(RecordComponent::getName)
                .toList();
    }

    /** The names of the members that the kind cannot do without, and that are not given. */
    public static List<String> missing(Record form, String kind) {
        return Stream.of(form.getClass().getRecordComponents())
                .filter(member -> FormRules.value(form, member) == null)
                .filter(member -> used(member)
                        .filter(by -> by.needed() && names(by, kind))
                        .isPresent())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Optional<UsedBy> used(RecordComponent member) {
        return Optional.ofNullable(member.getAnnotation(UsedBy.class));
    }

    private static boolean names(UsedBy by, @Nullable String kind) {
        return List.of(by.value()).contains(kind);
    }
}
