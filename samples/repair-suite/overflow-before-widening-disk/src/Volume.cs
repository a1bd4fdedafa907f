namespace Storage;

public sealed record Volume(int Blocks, int BlockSize)
{
    /// <summary>The size in bytes.</summary>
    public long Bytes => Blocks * BlockSize;
}
