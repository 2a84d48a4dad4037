@NullMarked
package no.opptrapping.platform.csv;

import org.jspecify.annotations.NullMarked;
