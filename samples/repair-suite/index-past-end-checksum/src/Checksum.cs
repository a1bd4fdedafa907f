namespace Protocol;

public static class Checksum
{
    /// <summary>The sum of all bytes, modulo 256.</summary>
    public static byte Of(byte[] frame)
    {
        var sum = 0;
        for (var i = 0; i <= frame.Length; i++)
            sum += frame[i];
        return (byte)sum;
    }
}
