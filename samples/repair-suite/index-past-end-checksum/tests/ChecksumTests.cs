using Protocol;

public static class ChecksumTests
{
    public static void All_bytes_are_summed() => Check.Equal((byte)6, Checksum.Of([1, 2, 3]));

    public static void The_sum_wraps_around() => Check.Equal((byte)1, Checksum.Of([255, 2]));

    public static void An_empty_frame_has_sum_zero() => Check.Equal((byte)0, Checksum.Of([]));
}
