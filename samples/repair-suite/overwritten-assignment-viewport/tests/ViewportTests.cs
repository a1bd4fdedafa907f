using Drawing;

public static class ViewportTests
{
    public static void Both_sides_are_taken()
    {
        var viewport = new Viewport();
        viewport.Resize(640, 480);
        Check.Equal(640, viewport.Width);
        Check.Equal(480, viewport.Height);
    }
}
