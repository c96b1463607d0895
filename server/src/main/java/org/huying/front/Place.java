package org.huying.front;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/// Which county the front page speaks of, and what a demo has to say about it.
@Component
public class Place {

    /// `huying.place` (`HUYING_PLACE`): the county of this installation, 6 digits; empty when it serves several.
    @ConfigurationProperties("huying")
    record Settings(Optional<String> place) {}

    private final AtomicReference<Optional<String>> region;
    private final AtomicReference<Optional<Guide>> guide = new AtomicReference<>(Optional.empty());

    Place(Settings settings) {
        this.region = new AtomicReference<>(settings.place().filter(it -> it.matches("\\d{6}")));
    }

    /// The county, where there is only one.
    public Optional<String> region() {
        return region.get();
    }

    Optional<Guide> guide() {
        return guide.get();
    }

    /// Told by a demo, once its town stands in this county.
    public void tell(String county, Guide words) {
        region.set(Optional.of(county));
        guide.set(Optional.of(words));
    }
}
