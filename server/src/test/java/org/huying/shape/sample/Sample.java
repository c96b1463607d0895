package org.huying.shape.sample;

import org.springframework.modulith.Modulithic;

@Modulithic
public final class Sample {
    private Sample() {}
}
