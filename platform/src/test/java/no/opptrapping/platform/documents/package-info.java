@NullMarked
package no.opptrapping.platform.documents;

import org.jspecify.annotations.NullMarked;
