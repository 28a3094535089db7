// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {

    @Bean
    FileStore fileStore(FilesProperties properties) {
        return properties.s3().endpoint().isBlank()
                ? new FileSystemFileStore(properties.dir(), properties.reserve().toBytes())
                : new S3FileStore(properties.s3());
    }

    @Bean
    Uploads uploads(FilesProperties properties) {
        return new Uploads(properties);
    }
}
