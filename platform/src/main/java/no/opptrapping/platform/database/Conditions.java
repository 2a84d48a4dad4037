package no.opptrapping.platform.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody asks for, as conditions of a query to Hibernate: all of those that are given hold. */
public final class Conditions {
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Conditions() {}

    /** No condition yet: everything is found. */
    public static Conditions none() {
        return new Conditions();
    }

    /** A condition without a parameter. */
    public Conditions where(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * A condition and the value of its parameter, which may stand in it more than once.
     *
     * @throws IllegalArgumentException if it does not name exactly one parameter
     */
    public Conditions where(String condition, Object value) {
        var names = PARAMETER
                .matcher(condition)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("One parameter is wanted in: " + condition);
        }
        values.put(names.getFirst(), value);
        return where(condition);
    }

    /** A condition with several parameters, by their names. */
    public Conditions whereAll(String condition, Map<String, ?> parameters) {
        values.putAll(parameters);
        return where(condition);
    }

    /** A condition that holds only if there is a value for its parameter. */
    public Conditions whereGiven(String condition, Optional<?> value) {
        return value.isPresent() ? where(condition, value.get()) : this;
    }

    /** The conditions in the order in which they were given. */
    public String all() {
        return String.join(" and ", conditions);
    }

    /** The conditions in the order in which they were given, and the order in which what is found comes. */
    public String orderedBy(String order) {
        return all() + " order by " + order;
    }

    /** The same, with the word <code>where</code> before it if there is a condition. */
    public String whereOrderedBy(String order) {
        return (conditions.isEmpty() ? "" : " where ") + orderedBy(order);
    }

    /** The values of the parameters by their names. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
