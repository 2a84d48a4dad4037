@NullMarked
package no.opptrapping.platform.access;

import org.jspecify.annotations.NullMarked;
