@NullMarked
package no.opptrapping.grant.pages;

import org.jspecify.annotations.NullMarked;
