namespace Images;

public readonly record struct Frame(int Left, int Top, int Width, int Height);

public static class Thumbnails
{
    /// <summary>The frame of a given size in the middle of an image.</summary>
    public static Frame Centre(int imageWidth, int imageHeight, int width, int height)
    {
        if (width > imageWidth || height > imageHeight)
            throw new ArgumentException("The thumbnail is larger than the image.");
        var left = (imageWidth - width) / 2;
        var top = (imageHeight - height) / 2;
        return Cut(left, top, width, height);
    }

    private static Frame Cut(int left, int top, int width, int height) => new(left, top, width, height);
}
