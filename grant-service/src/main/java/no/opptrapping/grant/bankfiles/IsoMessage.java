package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import java.util.Arrays;
import java.util.Optional;

/** The messages of ISO 20022 that are written and read. */
enum IsoMessage {
    PAYMENTS(MxPain00100109.class, MxPain00100109.NAMESPACE),
    STATUS_REPORT(MxPain00200110.class, MxPain00200110.NAMESPACE),
    NOTIFICATION(MxCamt05400108.class, MxCamt05400108.NAMESPACE);

    private final Class<? extends AbstractMX> type;
    private final String namespace;

    IsoMessage(Class<? extends AbstractMX> type, String namespace) {
        this.type = type;
        this.namespace = namespace;
    }

    Class<? extends AbstractMX> type() {
        return type;
    }

    /** The message whose namespace the root element of a file has. */
    static Optional<IsoMessage> of(String namespace) {
        return Arrays.stream(values())
                .filter(one -> one.namespace.equals(namespace))
                .findFirst();
    }
}
