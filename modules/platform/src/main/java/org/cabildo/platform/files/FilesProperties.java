// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files lie and how large they may be.
 *
 * @param dir directory of the file-system store, used while {@code s3.endpoint} is empty
 * @param spool directory for uploads under inspection; the system's temporary directory when empty
 * @param reserve space to leave free on the disk of {@code dir}
 */
@ConfigurationProperties("cabildo.files")
record FilesProperties(
        @DefaultValue(".cabildo/files") Path dir,
        @Nullable Path spool,
        @DefaultValue("64MB") DataSize reserve,
        @DefaultValue S3 s3,
        @DefaultValue Limits limits,
        @DefaultValue Images images,
        @DefaultValue Archives archives) {

    /**
     * An S3-compatible store.
     *
     * @param endpoint address of the service; empty to keep files in {@code dir}
     */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("cabildo") String bucket,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("30s") Duration readTimeout) {

        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }

    /** Largest file by what it is. */
    record Limits(
            @DefaultValue("15MB") DataSize image,
            @DefaultValue("512KB") DataSize drawing,
            @DefaultValue("25MB") DataSize document,
            @DefaultValue("100MB") DataSize dataset) {

        DataSize of(FilePurpose purpose) {
            return switch (purpose) {
                case IMAGE, ART -> image;
                case SVG_ART -> drawing;
                case DOCUMENT, ATTACHMENT -> document;
                case DATASET, TABLE -> dataset;
            };
        }
    }

    /**
     * Pictures.
     *
     * @param maxPixels largest width × height that is decoded, read from the header
     * @param maxSide longest side of what is kept
     * @param widths smaller widths that are kept beside it
     * @param quality JPEG quality
     * @param parallel pictures decoded at the same time by one process
     */
    record Images(
            @DefaultValue("50000000") long maxPixels,
            @DefaultValue("2560") int maxSide,
            @DefaultValue({"400", "800", "1600"}) List<Integer> widths,
            @DefaultValue("0.82") float quality,
            @DefaultValue("2") int parallel) {}

    /**
     * Archives and office documents, which are archives too.
     *
     * @param maxUnpacked bytes of all entries together
     * @param maxRatio unpacked bytes per packed byte, counted once an archive passes a tenth of {@code maxUnpacked}
     */
    record Archives(
            @DefaultValue("2000") int maxEntries,
            @DefaultValue("300MB") DataSize maxUnpacked,
            @DefaultValue("100") int maxRatio) {}
}
