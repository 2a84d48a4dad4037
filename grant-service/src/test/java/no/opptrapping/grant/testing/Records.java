package no.opptrapping.grant.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;

/** Copies of records in which something is otherwise, so that a test names what it changes and nothing else. */
public final class Records {
    private Records() {}

    /** The record with other values in the named components; names and values by turns. */
    public static <R extends Record> R but(R one, Object... namesAndValues) {
        var changes = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            changes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        var components = one.getClass().getRecordComponents();
        try {
            var values = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                var name = components[i].getName();
                values[i] = changes.containsKey(name) ? changes.remove(name) : accessor.invoke(one);
            }
            if (!changes.isEmpty()) {
                throw new IllegalArgumentException(one.getClass() + " has no " + changes.keySet());
            }
            var constructor = one.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            var copy = (R) constructor.newInstance(values);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
