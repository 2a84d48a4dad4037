package no.opptrapping.platform.attachments;

import java.io.InputStream;

/** Looks for what is harmful in files. */
public interface VirusScanner {
    /** What it found. */
    sealed interface Verdict {
        /** Nothing harmful, or nobody is asked. */
        record Clean() implements Verdict {}

        /** Something harmful, and what the scanner calls it. */
        record Found(String name) implements Verdict {}

        /** It could not be asked, and is to be asked again. */
        record Unknown() implements Verdict {}
    }

    /** Reads the content to its end, or to where the answer is known. */
    Verdict scan(InputStream content);
}
