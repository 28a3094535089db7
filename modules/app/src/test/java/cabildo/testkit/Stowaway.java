// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

/** Fills a package that belongs to another artifact. */
class Stowaway {}
