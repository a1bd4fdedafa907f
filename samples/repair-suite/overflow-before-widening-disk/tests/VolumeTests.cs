using Storage;

public static class VolumeTests
{
    public static void A_large_volume_has_its_size() => Check.Equal(8_192_000_000L, new Volume(2_000_000, 4096).Bytes);

    public static void A_small_one_too() => Check.Equal(8192L, new Volume(2, 4096).Bytes);
}
