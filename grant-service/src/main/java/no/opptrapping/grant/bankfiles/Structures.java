package no.opptrapping.grant.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The structure of each message; worked out when it is first asked for, which takes a second. */
@ApplicationScoped
class Structures {
    private final Map<IsoMessage, IsoStructure> known = new ConcurrentHashMap<>();

    IsoStructure of(IsoMessage message) {
        return known.computeIfAbsent(message, one -> IsoStructure.of(one.type()));
    }
}
