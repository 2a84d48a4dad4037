package no.opptrapping.grant.calls;

import java.util.List;
import java.util.Optional;

/** The forecasts that there are. */
public interface Forecasts {
    Optional<Forecast> find(CallId id);

    /** The forecast, which nobody else can change until the caller's transaction ends. */
    Optional<Forecast> lock(CallId id);

    /** Those that are neither withdrawn nor come true, by year and identity. */
    List<Forecast> list(Optional<Calls.Key> after, int limit);

    void add(Forecast forecast);

    /** Stores a forecast that the caller has locked. */
    void change(Forecast forecast);
}
