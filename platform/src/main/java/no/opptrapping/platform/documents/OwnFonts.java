package no.opptrapping.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of documents: Liberation Sans, under the SIL Open Font License 1.1, from the artifact
 * <code>openpdf-fonts-extra</code>. What the machine has installed is never looked at: it would differ from one to
 * another, and looking takes seconds.
 */
final class OwnFonts {
    static final String FAMILY = "Liberation Sans";

    private OwnFonts() {}

    static InputStream regular() {
        return open("/liberation/LiberationSans-Regular.ttf");
    }

    static InputStream bold() {
        return open("/liberation/LiberationSans-Bold.ttf");
    }

    /** From now on there are no others in this program. */
    static void alone() {
        FontMappers.set(new Mapper(parse()));
    }

    private static TrueTypeFont parse() {
        try (var stream = regular()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String resource) {
        var stream = OwnFonts.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("Missing " + resource);
        }
        return stream;
    }

    /** Answers every question for a font with the one. */
    private record Mapper(TrueTypeFont font) implements FontMapper {
        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
            throw new IllegalStateException("A document of ours has no such font: " + name);
        }
    }
}
