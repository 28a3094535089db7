// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

/** A level in the list. */
public record NamedLevel(String code, String name, String plural) {}
