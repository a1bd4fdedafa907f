namespace Drawing;

public sealed class Viewport
{
    public int Width { get; private set; } = 1;

    public int Height { get; private set; } = 1;

    public void Resize(int width, int height)
    {
        Width = width;
        Width = height;
    }
}
