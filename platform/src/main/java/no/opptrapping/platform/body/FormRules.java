package no.opptrapping.platform.body;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;
import org.jspecify.annotations.Nullable;

/**
 * What a form itself says of what was sent: what is always there, which is every component of a record that is not
 * {@code @Nullable} and every part of a list, and its {@link OwnRules} where nothing is missing. So a form can be used as its types promise.
 */
final class FormRules {
    private static final String OURS = "no.opptrapping.";

    private final List<BrokenRule> missing = new ArrayList<>();
    private final List<BrokenRule> broken = new ArrayList<>();

    private FormRules() {}

    static FormRules of(Object form) {
        var rules = new FormRules();
        rules.in(form, "");
        return rules;
    }

    /** Nothing where something was promised. */
    List<BrokenRule> missing() {
        return missing;
    }

    /** The forms' own rules. */
    List<BrokenRule> broken() {
        return broken;
    }

    private void in(@Nullable Object value, String pointer) {
        switch (value) {
            case Record form
            when form.getClass().getName().startsWith(OURS) -> {
                var before = missing.size();
                for (var component : form.getClass().getRecordComponents()) {
                    in(form, component, pointer + Pointers.step(component.getName()));
                }
                if (missing.size() == before && form instanceof OwnRules rules) {
                    rules.broken()
                            .forEach(rule -> broken.add(
                                    new BrokenRule(rule.code(), pointer + rule.pointer(), rule.arguments())));
                }
            }
            case List<?> list -> {
                for (var index = 0; index < list.size(); index++) {
                    part(list.get(index), pointer + Pointers.step(index));
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, entry) -> part(entry, pointer + Pointers.step(String.valueOf(key))));
            case null, default -> {}
        }
    }

    /** Nothing is never a part of a list or of named values. */
    private void part(@Nullable Object part, String pointer) {
        if (part == null) {
            missing.add(BrokenRule.of("validation.missing", pointer));
        } else {
            in(part, pointer);
        }
    }

    private void in(Record form, RecordComponent component, String pointer) {
        var value = value(form, component);
        if (value != null) {
            in(value, pointer);
        } else if (!isNullable(component.getAnnotatedType())) {
            missing.add(BrokenRule.of("validation.missing", pointer));
        }
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    static @Nullable Object value(Record form, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A component of a record can be read", e);
        }
    }
}
